namespace Medera.Lab.People;

/// <summary>Commands about accounts and stations. Passwords are checked and hashed by the desk; no rule and no log ever sees one.</summary>
public abstract record PeopleAct : Command;
