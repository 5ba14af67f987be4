namespace Medera.Lab.People;

[Act("station.register", Roles.Administrator, "Register a station", "İstasyon kaydet", Offline.Decided)]
public sealed record RegisterStation(string Name, string Room, [property: CodeText] string Code) : PeopleAct, INameNew
{
    /// <inheritdoc/>
    NewName INameNew.NewName => new(typeof(Station), "name", Name);

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new StationRegistered(new(file.Now.Id(0)), Code, Name, Room)];
}

[FactName("station.registered")]
[Said("Station {name} registered, room {room}, code {code}.", "{name} istasyonu kaydedildi, oda {room}, kod {code}.")]
public sealed record StationRegistered(StationId Station, string Code, string Name, string Room) : StationFact(Station);
