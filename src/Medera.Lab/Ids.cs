namespace Medera.Lab;

/// <summary>A typed identifier: a GUID that cannot be taken for another thing's. UUIDv7, made by the desk.</summary>
public interface ITypedId
{
    /// <summary>The bare identifier, as columns and log bodies hold it.</summary>
    Guid Value { get; }
}

/// <summary>A batch (lot): cells of one origin in process.</summary>
public readonly record struct BatchId(Guid Value) : IIdOf<Batch>;

/// <summary>A container: what is labelled, scanned and held in custody.</summary>
public readonly record struct ContainerId(Guid Value) : IIdOf<Container>;

/// <summary>A subject: a donor or a patient, known by a pseudonym.</summary>
public readonly record struct SubjectId(Guid Value) : IIdOf<Subject>;

/// <summary>A person with an account.</summary>
public readonly record struct PersonId(Guid Value) : IIdOf<Person>;

/// <summary>A station: a registered device in a room; it gives a scan its place.</summary>
public readonly record struct StationId(Guid Value) : IIdOf<Station>;

/// <summary>One version of one quality-control result.</summary>
public readonly record struct ResultId(Guid Value) : IIdOf<Result>;

/// <summary>A deviation: what went wrong or out of order.</summary>
public readonly record struct DeviationId(Guid Value) : IIdOf<Deviation>;

/// <summary>One version of a label template.</summary>
public readonly record struct LabelTemplateId(Guid Value) : IIdOf<TemplateVersion>;

/// <summary>One printed label.</summary>
public readonly record struct LabelId(Guid Value) : IIdOf<Label>;

/// <summary>A lot of material: a reagent, medium, bag or kit.</summary>
public readonly record struct MaterialId(Guid Value) : IIdOf<Material>;

/// <summary>One use of a lot of material in a batch.</summary>
public readonly record struct MaterialUseId(Guid Value) : IIdOf<MaterialUse>;

/// <summary>A tray that lots of material are laid on.</summary>
public readonly record struct TrayId(Guid Value) : IIdOf<Tray>;
