using Medera.Lab.Web.Access;
using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Desk;

/// <summary>What passwords proved before any lock was taken: hashing takes its time, and nobody waits for it behind a row.</summary>
internal sealed record PasswordProof(bool Signed, Person? Second, Person? Performed = null)
{
    /// <summary>Of what needs no password.</summary>
    public static readonly PasswordProof None = new(Signed: false, null);
}

/// <summary>Looks at the passwords that come with a command.</summary>
internal sealed class PasswordProofs(IDbContextFactory<LabDb> contexts, PasswordCheck passwords, LabSettings settings)
{
    /// <summary>Who signs, who stands by a late record, and who did it.</summary>
    public async Task<PasswordProof> ProveAsync(Request request)
    {
        var signed =
            CommandCatalogue.Find(request.Wanted).Signs is not null
            && request.Password is { Length: > 0 } password
            && await passwords.ProvesAsync(request.Actor, password, request.Actor);
        if (request.Wanted is IWitnessed && request.Witness is { } witness)
            return new PasswordProof(signed, await SecondAsync(request, witness));
        if (request.Late is not { } late)
            return new PasswordProof(signed, null);
        await using var db = await contexts.CreateDbContextAsync();
        var performed = string.IsNullOrWhiteSpace(late.Performed)
            ? null
            : await db.People.FirstOrDefaultAsync(p => p.UserName == late.Performed.Trim())
                ?? new Person(default, "", Roles.None, Active: false);
        return new PasswordProof(
            signed,
            await SecondAsync(request, new WitnessRequest(late.Second, late.SecondPassword)),
            performed
        );
    }

    /// <summary>Who stands by it; null: nobody, or not with a password that nobody else knows.</summary>
    private async Task<Person?> SecondAsync(Request request, WitnessRequest given)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var second = await db.People.FirstOrDefaultAsync(p => p.UserName == given.User && p.Active);
        return
            second is not null
            && (settings.Demonstration || !second.LentPassword)
            && given.Password is { Length: > 0 } word
            && await passwords.ProvesAsync(second.Id, word, request.Actor)
            ? second
            : null;
    }

    /// <summary>What stands against the password that an account is to get; null where none does, or none is asked.</summary>
    public Broken? AgainstNewPassword(Request request, CaseFile file)
    {
        var account =
            request.Wanted is OpenAccount opened ? opened.UserName
            : request.Wanted is SetPassword or ChoosePassword ? file.Person?.UserName ?? ""
            : null;
        return account is null ? null : PasswordStrength.Against(request.NewPassword, account, settings);
    }
}
