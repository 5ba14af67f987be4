namespace Medera.Lab.Web.Resources;

/// <summary>
/// The name of the one table of visible words: Texts.resx in English, Texts.tr.resx in Turkish.
/// Ask with <c>IStringLocalizer&lt;Texts&gt;</c>; a test holds the tables equal and every key used present.
/// </summary>
public sealed class Texts;
