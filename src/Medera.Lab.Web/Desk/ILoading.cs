using Medera.Lab.Web.Administration;
using Medera.Lab.Web.Collection;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Donors;
using Medera.Lab.Web.Equipment;
using Medera.Lab.Web.Labels;
using Medera.Lab.Web.Materials;
using Medera.Lab.Web.People;
using Medera.Lab.Web.Planning;
using Medera.Lab.Web.Processing;
using Medera.Lab.Web.QualityControl;
using Medera.Lab.Web.Storage;

namespace Medera.Lab.Web.Desk;

/// <summary>A station's part of the loader. The desk finds by all parts, locks, and reads by all parts under the locks.</summary>
internal interface ILoading
{
    /// <summary>
    /// In this order they find, for one looks on from what another has found: a label leads to a container, a container to its batch, a
    /// batch to its donor. In the opposite order they read.
    /// </summary>
    static readonly IReadOnlyList<ILoading> InOrder =
    [
        new LabelsLoading(),
        new StorageLoading(),
        new ContainerLoading(),
        new DonorsLoading(),
        new CollectionLoading(),
        new EquipmentLoading(),
        new MaterialsLoading(),
        new HouseLoading(),
        new PeopleLoading(),
        new QualityControlLoading(),
        new AdministrationLoading(),
        new BatchLoading(),
        new PlanningLoading(),
        new SubjectLoading(),
    ];

    /// <summary>The families of acts whose writing this part says; of each act exactly one part does.</summary>
    IReadOnlyList<Type> Acts { get; }

    /// <summary>Finds identifiers, which never change, without locks.</summary>
    Task FindAsync(Found found, LabDb db);

    /// <summary>The streams that grow if a command of its acts is accepted; the rest of what was found is only held still.</summary>
    IEnumerable<StreamKey> Writes(Found found);

    /// <summary>Reads the rows, under the locks.</summary>
    Task<Lives> ReadAsync(Found found, LabDb db, Lives lives);
}
