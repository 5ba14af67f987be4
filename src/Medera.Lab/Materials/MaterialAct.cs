namespace Medera.Lab.Materials;

/// <summary>The command is about a lot of material, by its code.</summary>
public interface INameMaterial
{
    string Material { get; }
}

/// <summary>Commands about lots of material. Quantities are in the lot's own unit.</summary>
public abstract record MaterialAct : Command;
