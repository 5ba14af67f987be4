using Route = Medera.Lab.Planning.Route;

namespace Medera.Lab.Web.Demonstration;

/// <summary>The sixty days, script by script: twenty-two batches in different states, seven patients, two donors.</summary>
internal static class Scripts
{
    public static IEnumerable<Script> All(DemonstrationDesk does, DateTimeOffset began, DateTimeOffset ended)
    {
        var protocols = new Dictionary<string, ProtocolId>(StringComparer.Ordinal);
        var founding = new Script(does, "protocols");
        founding.At(
            0.1,
            async () =>
            {
                await Protocol(
                    script: founding,
                    made: protocols,
                    code: "AT-IV",
                    origin: Origin.Autologous,
                    tissue: "adipose tissue",
                    route: Route.Intravenous,
                    shelfLife: 730,
                    ended: ended
                );
                await Protocol(
                    script: founding,
                    made: protocols,
                    code: "BM-IT",
                    origin: Origin.Autologous,
                    tissue: "bone marrow",
                    route: Route.Intrathecal,
                    shelfLife: 730,
                    ended: ended
                );
                await Protocol(
                    script: founding,
                    made: protocols,
                    code: "UC-IV",
                    origin: Origin.Allogeneic,
                    tissue: "umbilical cord",
                    route: Route.Intravenous,
                    shelfLife: 730,
                    ended: ended
                );
                await Protocol(
                    script: founding,
                    made: protocols,
                    code: "UC-IV-S",
                    origin: Origin.Allogeneic,
                    tissue: "umbilical cord",
                    route: Route.Intravenous,
                    shelfLife: 14,
                    ended: ended
                );
            }
        );
        yield return founding;
        yield return DemonstrationEquipment.Days(does, began);

        var people = new DemonstrationPeople(does, began);
        foreach (var script in people.Register(protocols))
            yield return script;
        var places = new Places();

        // 0401: adipose tissue, three sessions given; depleted but for one vial.
        var given = Planned(does, "MSC-26-0401", people["P-10142"], protocols, "AT-IV", 1);
        given.Collect(1.2, people["P-10142"].Wristband);
        given.Grow(2, 2);
        var givenPlaces = places.Take(4);
        given.FillAndFreeze(10, 4, givenPlaces);
        DemonstrationEquipment.InOrder(given);
        given.Test(24);
        given.Release(25, "releaser", "releaser2");
        for (var session = 1; session <= 3; session++)
        {
            var n = session - 1;
            given.Give(28 + (session * 7), people["P-10142"], session, () => given.Products[n], () => givenPlaces[n]);
        }
        yield return given;

        // 0402: umbilical cord, a large released lot; one vial given intravenously to another patient, more in the tank.
        var lot = Planned(does, "MSC-26-0402", people["D-20071"], protocols, "UC-IV", 2);
        lot.Collect(2.2, people["D-20071"].Wristband);
        lot.Grow(3, 3, "technician2", "bench-2");
        var lotPlaces = places.Take(40);
        lot.FillAndFreeze(15, 40, lotPlaces, "technician2", "bench-2");
        lot.Test(29.5);
        lot.Release(30.5, "releaser", "releaser2");
        lot.Give(44, people["P-10188"], 1, () => lot.Products[0], () => lotPlaces[0]);
        // Today: session 2 of this patient may be confirmed, thawed and given by whoever tries the laboratory.
        lot.At(
            58.9,
            () => lot.Do("technician", "tank-1", new ReserveContainer(new(lot.Products[1]), people["P-10188"].Plan, 2))
        );
        lot.At(59.2, () => lot.Try("technician", "tank-1", new StartThaw(new(lot.Products[2]))));
        yield return lot;

        // 0403: rejected for growth in the sterility culture; discarded and closed.
        var rejected = Planned(does, "MSC-26-0403", people["P-10204"], protocols, "AT-IV", 3);
        rejected.Collect(3.2, people["P-10204"].Wristband);
        rejected.Grow(4, 2);
        rejected.FillAndFreeze(12, 10, places.Take(10));
        rejected.Test(26.2, ("Sterility", "growth"));
        rejected.Release(27.2);
        rejected.At(
            27.5,
            async () =>
            {
                await rejected.Try("releaser", "qc-1", new SignRelease(rejected.Batch));
                await rejected.Do("releaser", "qc-1", new RejectBatch(rejected.Batch, "out-of-specification", null));
            }
        );
        yield return rejected;

        // 0404: released with a short shelf life, and expired.
        var expired = Planned(does, "MSC-26-0404", people["D-20085"], protocols, "UC-IV-S", 4);
        expired.Collect(4.2, people["D-20085"].Wristband);
        expired.Grow(5, 2, "technician2", "bench-2");
        expired.FillAndFreeze(13, 22, places.Take(22), "technician2", "bench-2");
        expired.Test(24.3);
        expired.Release(25.3, "releaser2", "releaser");
        expired.At(
            50,
            () =>
                expired.Try(
                    "technician",
                    "tank-1",
                    new ReserveContainer(new(expired.Products[0]), people["P-10251"].Plan, 1)
                )
        );
        yield return expired;

        // 0405: released, and the patient's consent to treatment withdrawn.
        var withdrawn = Planned(does, "MSC-26-0405", people["P-10233"], protocols, "AT-IV", 5);
        withdrawn.Collect(5.2, people["P-10233"].Wristband);
        withdrawn.Grow(6, 2);
        withdrawn.FillAndFreeze(14, 18, places.Take(18));
        withdrawn.Test(28.3);
        withdrawn.Release(29.3, "releaser", "releaser2");
        withdrawn.At(
            40,
            () =>
                withdrawn.Do(
                    "clinician",
                    "bedside-1",
                    new WithdrawConsent(people["P-10233"].Patient, ConsentKind.Treatment, "family-decision", null)
                )
        );
        yield return withdrawn;

        // 0406: bone marrow, intrathecal: released, session 1 given.
        var spinal = Planned(does, "MSC-26-0406", people["P-10251"], protocols, "BM-IT", 6);
        spinal.Collect(6.2, people["P-10251"].Wristband);
        spinal.Grow(7, 2, "technician2", "bench-2");
        var spinalPlaces = places.Take(18);
        spinal.FillAndFreeze(15.5, 18, spinalPlaces, "technician2", "bench-2");
        spinal.Test(30.3);
        spinal.Release(31.3, "releaser2", "releaser");
        spinal.Give(47, people["P-10251"], 1, () => spinal.Products[0], () => spinalPlaces[0]);
        yield return spinal;

        foreach (var script in Earlier(does, people, protocols, places))
            yield return script;
        foreach (var script in StillGoing(does, began, people, protocols, places))
            yield return script;
    }

    /// <summary>Small lots of the first weeks, released and in the tank.</summary>
    private static IEnumerable<Script> Earlier(
        DemonstrationDesk does,
        DemonstrationPeople people,
        IReadOnlyDictionary<string, ProtocolId> protocols,
        Places places
    )
    {
        foreach (
            var (number, donor, day) in new[]
            {
                ("MSC-26-0392", "D-20071", 3.5),
                ("MSC-26-0393", "D-20085", 4.5),
                ("MSC-26-0394", "D-20071", 5.5),
                ("MSC-26-0395", "D-20085", 6.5),
                ("MSC-26-0396", "D-20071", 7.5),
                ("MSC-26-0397", "D-20085", 8.5),
                ("MSC-26-0398", "D-20071", 9.5),
                ("MSC-26-0399", "D-20085", 10.5),
            }
        )
        {
            var lot = Planned(does, number, people[donor], protocols, "UC-IV", day);
            lot.Collect(day + 0.2, people[donor].Wristband);
            lot.Grow(day + 1, 3, "technician2", "bench-2");
            lot.FillAndFreeze(day + 13, 5, places.Take(5), "technician2", "bench-2");
            lot.Test(day + 28);
            lot.Release(day + 29, "releaser", "releaser2");
            yield return lot;
        }
    }

    /// <summary>Batches that wait at each station for whoever tries the laboratory.</summary>
    private static IEnumerable<Script> StillGoing(
        DemonstrationDesk does,
        DateTimeOffset began,
        DemonstrationPeople people,
        IReadOnlyDictionary<string, ProtocolId> protocols,
        Places places
    )
    {
        // 0407: the first release signature is there, the second is missing.
        var signedOnce = Planned(does, "MSC-26-0407", people["D-20071"], protocols, "UC-IV", 20);
        signedOnce.Collect(20.2, people["D-20071"].Wristband);
        signedOnce.Grow(21, 3);
        signedOnce.FillAndFreeze(33, 26, places.Take(26));
        signedOnce.Test(48.2);
        signedOnce.Release(57, "releaser");
        yield return signedOnce;

        // 0408: under review; a count was flagged, and its deviation waits for QA.
        var flagged = Planned(does, "MSC-26-0408", people["D-20085"], protocols, "UC-IV", 22);
        flagged.Collect(22.2, people["D-20085"].Wristband);
        flagged.Grow(23, 2, "technician2", "bench-2");
        flagged.At(29.9, () => flagged.Do("technician2", "bench-2", new CountCells(flagged.Batch, 3_000_000, 90.1m)));
        flagged.FillAndFreeze(31, 26, places.Take(26), "technician2", "bench-2");
        flagged.Test(46.2);
        flagged.Release(56);
        yield return flagged;

        // 0409: in quarantine, sterility not in yet.
        var waiting = Planned(does, "MSC-26-0409", people["P-10204"], protocols, "AT-IV", 38);
        waiting.Collect(38.2, people["P-10204"].Wristband);
        waiting.Grow(39, 2);
        waiting.FillAndFreeze(48, 14, places.Take(14));
        waiting.At(
            55,
            async () =>
            {
                foreach (
                    var (test, value) in DemonstrationProtocols.Passing.Where(p =>
                        p.Test is not ("Sterility" or "Karyotype")
                    )
                )
                    await waiting.Do("qc", "qc-1", new EnterResult(waiting.Batch, test, value));
            }
        );
        yield return waiting;

        // 0410: at passage 2. 0411: isolated and seeded. 0412: received. 0413: collected. 0414: planned.
        var passages = Planned(does, "MSC-26-0410", people["D-20071"], protocols, "UC-IV", 45);
        passages.Collect(45.2, people["D-20071"].Wristband);
        passages.Grow(46, 2, "technician2", "bench-2");
        DemonstrationEquipment.OutOfOrder(passages);
        yield return passages;
        var seeded = Planned(does, "MSC-26-0411", people["P-10267"], protocols, "AT-IV", 55);
        seeded.Collect(55.2, people["P-10267"].Wristband);
        seeded.Grow(56, 0);
        yield return seeded;
        yield return DemonstrationMaterials.Write(does, began, passages, seeded);
        var received = Planned(does, "MSC-26-0412", people["D-20085"], protocols, "UC-IV", 58);
        received.Collect(58.2, people["D-20085"].Wristband);
        yield return received;
        var collected = Planned(does, "MSC-26-0413", people["D-20071"], protocols, "UC-IV", 59);
        collected.At(
            59.3,
            () =>
                collected.Do(
                    "technician",
                    "bench-1",
                    new CompleteCollection(new(people["D-20071"].Wristband), new(collected.Code()))
                )
        );
        yield return collected;
        yield return Planned(does, "MSC-26-0414", people["P-10281"], protocols, "AT-IV", 59.5);
    }

    private static Script Planned(
        DemonstrationDesk does,
        string number,
        Therapy donor,
        IReadOnlyDictionary<string, ProtocolId> protocols,
        string protocol,
        double day
    )
    {
        var script = new Script(does, number);
        script.At(
            day,
            async () =>
                script.Batch = new BatchId(
                    DemonstrationDesk.Made(
                        await script.Do("clinician", null, new PlanBatch(number, donor.Patient, protocols[protocol])),
                        "batch"
                    )
                )
        );
        return script;
    }

    private static async Task Protocol(
        Script script,
        Dictionary<string, ProtocolId> made,
        string code,
        Origin origin,
        string tissue,
        Route route,
        int shelfLife,
        DateTimeOffset ended
    )
    {
        var answer = await script.Do(
            "qa",
            null,
            new DraftProtocol(
                code,
                1,
                DemonstrationProtocols.Content(origin, tissue, route, shelfLife, ended.AddDays(300))
            )
        );
        made[code] = new ProtocolId(DemonstrationDesk.Made(answer, "protocol"));
        await script.Do("qa", null, new ApproveProtocol(made[code]));
    }

    /// <summary>Positions of the tank, taken one after the other.</summary>
    private sealed class Places
    {
        private readonly List<string> free =
        [
            .. DemonstrationLaboratory.Boxes.SelectMany(b => DemonstrationCodes.Positions($"{b.Rack} {b.Box}", 81)),
        ];
        private int next;

        public IReadOnlyList<string> Take(int count)
        {
            next += count;
            return free.GetRange(next - count, count);
        }
    }
}
