using System.Collections.Immutable;

namespace Medera.Lab;

/// <summary>What acts and rules ask of the case file and the lives about materials.</summary>
public static class MaterialsFile
{
    extension(Lives lives)
    {
        /// <summary>Every lot of material.</summary>
        public ImmutableDictionary<MaterialId, Material> Materials => lives.Of<MaterialId, Material>();

        /// <summary>Every use of a lot in a batch.</summary>
        public ImmutableDictionary<MaterialUseId, MaterialUse> MaterialUses => lives.Of<MaterialUseId, MaterialUse>();

        /// <summary>Every tray.</summary>
        public ImmutableDictionary<TrayId, Tray> Trays => lives.Of<TrayId, Tray>();
    }

    extension(CaseFile file)
    {
        /// <summary>The lot of material that the command names.</summary>
        public Material? Material =>
            Named.Every<MaterialCode>(file.Wanted).Select(code => file.Lives.Find(code)).FirstOrDefault();

        /// <summary>The same, where it is needed.</summary>
        public Material TheMaterial => file.Material ?? throw new MissingPartException("lot of material");

        /// <summary>The tray that the command names; null where nobody knows it yet.</summary>
        public Tray? Tray => Named.Every<TrayCode>(file.Wanted).Select(code => file.Lives.Find(code)).FirstOrDefault();

        /// <summary>The lots that lie on the tray, in their order, where all of them are used.</summary>
        public IReadOnlyList<Material> OnTray =>
            file.Wanted is ConsumeTray && file.Tray is { } tray
                ? [.. tray.Lots.Select(lot => file.Lives.Materials[lot])]
                : [];

        /// <summary>The tray that the command names, which is known already.</summary>
        public Tray TheTray => file.Tray ?? throw new MissingPartException("tray");

        /// <summary>A use of a lot in the batch of the case.</summary>
        /// <param name="n">Which one of the act.</param>
        /// <param name="quantity">Null: used, and not measured.</param>
        /// <param name="tray">Null: the lot was scanned by itself.</param>
        internal MaterialConsumed UseOf(int n, Material lot, decimal? quantity, TrayId? tray) =>
            new(
                file.TheBatch.Id,
                new(file.Now.Id(n)),
                lot.Id,
                lot.Code,
                lot.Article,
                lot.Lot,
                quantity,
                lot.Unit,
                tray
            );
    }
}
