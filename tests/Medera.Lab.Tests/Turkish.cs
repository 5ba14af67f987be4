using System.Globalization;

namespace Medera.Lab.Tests;

/// <summary>Runs something in the culture that breaks careless code: i becomes İ, and 1.5 is fifteen.</summary>
internal static class Turkish
{
    public static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("tr-TR");

    public static T In<T>(Func<T> act)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = Culture;
        try
        {
            return act();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
