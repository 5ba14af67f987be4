namespace Medera.Lab.People;

[Verb("station.register", Roles.Administrator)]
public sealed record RegisterStation(string Name, string Room, [property: CodeText] string Code) : PeopleAct;

[FactName("station.registered")]
public sealed record StationRegistered(StationId Station, string Code, string Name, string Room) : StationFact(Station);
