namespace Medera.Lab.Processing;

/// <summary>A sample for quality control is drawn from the medium of a vessel; the cells stay where they are.</summary>
/// <param name="NewCode">Of the sample's tube, from the roll.</param>
/// <param name="VolumeUl">Drawn, in microlitres.</param>
[Act("processing.sample-medium", Roles.Technician, "Sample the medium", "Besiyerinden numune al", Offline.Decided)]
[Offered(typeof(Container), Offer.Rarely, 6, By = typeof(MediumSampled))]
public sealed record SampleMedium(
    ContainerCode Container,
    [Binds] ContainerCode NewCode,
    [property: Unit("µL", MoreThanNone = true)] long VolumeUl
) : ProcessingAct
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [
            new MediumSampled(
                file.TheBatch.Id,
                file.TheContainer.Id,
                new ContainerId(file.Now.Id(0)),
                NewCode.Text,
                VolumeUl
            ),
        ];
}

/// <summary>A sample of a vessel's medium. It bears the number of its vessel; the code tells two of one vessel apart.</summary>
/// <param name="VolumeUl">Drawn, in microlitres.</param>
[FactName("processing.medium-sampled")]
[Said(
    "QC sample {code} drawn from the medium of {from}: {volumeUl} µL.",
    "{from} kabının besiyerinden KK numunesi alındı: {code}, {volumeUl} µL."
)]
public sealed record MediumSampled(BatchId Batch, ContainerId From, ContainerId Sample, string Code, long VolumeUl)
    : ProcessingFact(Batch);
