using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.ActForms;

/// <summary>What a form is about: under what its draft is kept, which commands it takes, what they need not ask, and where it leads back to.</summary>
public abstract record FormSubject
{
    /// <summary>The draft's key: one thing, one draft for each verb.</summary>
    public abstract string About { get; }

    /// <summary>Its page.</summary>
    public abstract string Href { get; }

    /// <summary>Whether there is a form of this command for it.</summary>
    public abstract bool Takes(Type command);

    /// <summary>The fields that are known already, by name.</summary>
    public virtual IReadOnlyDictionary<string, string> Given(Type command) =>
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The reader's word for the unit of a field, where this thing has one of its own.</summary>
    public virtual string? UnitOf(CommandField field) => null;

    private static Dictionary<string, string> Only(string field, string value) =>
        new(StringComparer.Ordinal) { [field] = value };

    /// <summary>A batch.</summary>
    /// <param name="Back">"review" where the form was opened from the lot's review.</param>
    public sealed record OfBatch(BatchView View, string? Back) : FormSubject
    {
        public override string About => View.Batch.Id.Value.ToString();
        public override string Href => Back == "review" ? $"/release/{About}" : $"/processing/batches/{About}";

        public override bool Takes(Type command) => true;

        public override IReadOnlyDictionary<string, string> Given(Type command) => Only("batch", About);
    }

    /// <summary>A container of a batch.</summary>
    public sealed record OfContainer(ContainerLine Line, BatchView? View) : FormSubject
    {
        public override string About => Line.Container.Code;
        public override string Href => $"/processing/containers/{About}";

        public override bool Takes(Type command) => true;

        // Whose label cannot be read is named by the code as it is printed, not by where the page was opened.
        public override IReadOnlyDictionary<string, string> Given(Type command) =>
            command == typeof(IdentifyContainer) ? base.Given(command) : Only("container", About);
    }

    /// <summary>A piece of equipment.</summary>
    public sealed record OfEquipment(Piece Piece) : FormSubject
    {
        public override string About => Piece.Code;
        public override string Href => EquipmentLook.Href(Piece.Id);

        public override bool Takes(Type command) =>
            command.IsSubclassOf(typeof(EquipmentAct)) && command != typeof(RegisterEquipment);

        public override IReadOnlyDictionary<string, string> Given(Type command) => Only("equipment", About);
    }

    /// <summary>A lot of material.</summary>
    public sealed record OfLot(Material Lot) : FormSubject
    {
        public override string About => Lot.Code;
        public override string Href => MaterialLook.Href(Lot.Id);

        public override bool Takes(Type command) => OfferedActs.Offers(typeof(Material), command);

        public override string? UnitOf(CommandField field) =>
            field.Name == "quantity" ? Wording.Word(Lot.Unit.ToString()) : null;

        public override IReadOnlyDictionary<string, string> Given(Type command) => Only("material", About);
    }

    /// <summary>A thing of the house.</summary>
    public sealed record OfHouse(IHouseThing Thing) : FormSubject
    {
        public override string About => Thing.Code;
        public override string Href => HouseThings.PageOf(AboutThings.Thing(Thing))!;

        public override bool Takes(Type command) =>
            OfferedActs.Offers(Thing.GetType(), command) && NamingIn(command) is not null;

        public override IReadOnlyDictionary<string, string> Given(Type command) => Only(NamingIn(command)!.Name, About);

        // The field by which a command takes one of its kind; what makes a new one has none.
        private CommandField? NamingIn(Type command) =>
            CommandFields
                .List(command)
                .FirstOrDefault(f =>
                    f.Kind == "code"
                    && f.Code == Things.All[Thing.GetType()].Code
                    && !f.Parameter.IsDefined(typeof(BindsAttribute), inherit: false)
                );
    }

    /// <summary>What is not there yet: its form makes it.</summary>
    /// <param name="List">The list's path, and where the new thing's page stands below it.</param>
    /// <param name="Kind">The kind of thing that the answer names.</param>
    public sealed record OfNew(string List, string Kind, Type Makes) : FormSubject
    {
        public static IReadOnlyList<OfNew> All { get; } =
        [
            new("/equipment", "equipment", typeof(RegisterEquipment)),
            new("/materials", "material", typeof(ReceiveMaterial)),
            .. HouseThings.All.SelectMany(kind =>
                OfferedActs.Making(kind.Kind).Select(act => new OfNew(kind.Page, kind.Declared.Answered, act))
            ),
        ];

        public override string About => "";
        public override string Href => List;

        public override bool Takes(Type command) => command == Makes;

        /// <summary>The page of what an answer says was made.</summary>
        public string HrefOf(Answer done) =>
            done.About.FirstOrDefault(a => a.Kind == Kind) is { } made ? $"{List}/{made.Id}" : List;
    }
}
