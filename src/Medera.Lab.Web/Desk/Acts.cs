using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medera.Lab.Web.Desk;

/// <summary>
/// Acts. Each attempt at one: known already? allowed, from the database? lock, read, decide, append, commit (custody log §2, "Write
/// order").
/// </summary>
internal sealed class Acts(
    IDbContextFactory<LabDb> contexts,
    LabClock clock,
    PasswordProofs proofs,
    CaseFiles files,
    Erasing erasing,
    ActCommit commit,
    Refusals refusals,
    ILogger log
)
{
    private const int Attempts = Limits.Tries.AtTheDesk;

    /// <summary>Does what is wanted, or says every rule that stands against it.</summary>
    public async Task<Answer> DoAsync(Request request)
    {
        clock.Look();
        TextGuard.Check(request);
        var hash = AnswerCodec.Hash(request);
        var proof = await proofs.ProveAsync(request);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryDoAsync(request, hash, proof, last: attempt == Attempts);
            }
            catch (PostgresException clash) when (attempt < Attempts && DatabaseClash.MayPass(clash))
            {
                LogClash(request, clash, attempt);
            }
            catch (DbUpdateException update)
                when (attempt < Attempts
                    && update.InnerException is PostgresException inner
                    && DatabaseClash.MayPass(inner)
                )
            {
                // As above, of an account's row, which EF writes.
                LogClash(request, inner, attempt);
            }
            catch (StreamNotLockedException) when (attempt < Attempts)
            {
                // A reservation changed between finding and locking.
            }
        }
    }

    /// <summary>The command behind two scans is known by the second scan's id; its content is the scan.</summary>
    /// <param name="hash">The scan's.</param>
    public async Task<Answer> DoScannedAsync(Request request, byte[] hash)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryDoAsync(request, hash, PasswordProof.None, last: attempt == Attempts);
            }
            catch (Exception clash)
                when (attempt < Attempts
                    && (
                        clash is StreamNotLockedException
                        || DatabaseClash.Find(clash) is { } error && DatabaseClash.MayPass(error)
                    )
                )
            {
                log.LogDebug("Scan {Id} met a clash, attempt {Attempt}", request.Id, attempt);
            }
        }
    }

    private async Task<Answer> TryDoAsync(Request request, byte[] hash, PasswordProof proof, bool last)
    {
        await using var attempt = new Attempt(await contexts.CreateDbContextAsync(), request.Id, hash);
        if (await attempt.BeginAsync(request.By) is { } known)
            return known;
        if (!await Authority.MayAsync(attempt.Db, attempt.Actor, request.Wanted))
            return await refusals.RefuseAsync(attempt, request, null, Authority.Lacking(request.Wanted));

        var loader = new CaseLoader(attempt.Db, request.Wanted);
        await loader.ResolveAsync();
        var heads = await LockAsync(attempt, loader);
        var lives = await loader.ReadAsync();
        var (file, plan) = await erasing.FindAsync(
            attempt,
            request,
            await files.OpenAsync(attempt, request, proof, heads, lives)
        );
        var decision = Decide.On(file, request.Wanted);
        if (!decision.Accepted)
            return await refusals.RefuseAsync(attempt, request, file, decision.Broken);
        var against = new[]
        {
            await NamesTaken.AgainstAsync(attempt.Db, request.Wanted),
            proofs.AgainstNewPassword(request, file),
        };
        if (against.OfType<Broken>().ToList() is { Count: > 0 } broken)
            return await refusals.RefuseAsync(attempt, request, file, broken);
        try
        {
            return await commit.CommitAsync(attempt, new DecidedAct(request, file, decision, heads, plan));
        }
        catch (Exception clash)
            when (last && DatabaseClash.Find(clash) is { SqlState: PostgresErrorCodes.UniqueViolation } taken)
        {
            return await refusals.RefuseAsync(
                attempt,
                request,
                file,
                DeskRules.Taken.Broken("taken", ("field", DatabaseClash.FieldOf(taken.ConstraintName)))
            );
        }
    }

    private static async Task<Dictionary<StreamKey, StreamHead>> LockAsync(Attempt attempt, CaseLoader loader) =>
        (await CustodyLog.LockAsync(attempt.Connection, loader.ToWrite, loader.ToRead)).ToDictionary(h => h.Key);

    private void LogClash(Request request, PostgresException clash, int attempt) =>
        log.LogDebug(
            "Command {Id} met {SqlState} {Constraint}, attempt {Attempt}",
            request.Id,
            clash.SqlState,
            clash.ConstraintName,
            attempt
        );
}
