namespace Medera.Lab.Web.Shared;

/// <summary>Notice: nothing is wrong. Warn: work goes on with care. Block: something is refused. Ok: it is over.</summary>
public enum BannerKind
{
    Notice,
    Warn,
    Block,
    Ok,
}
