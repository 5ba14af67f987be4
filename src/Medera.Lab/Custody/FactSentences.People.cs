namespace Medera.Lab.Custody;

/// <content>Accounts, stations, and attempts that were refused.</content>
public static partial class FactSentences
{
    private static (Type Fact, string En, string Tr)[] OfPeople() =>
        [
            (
                typeof(AccountOpened),
                "Account {userName} opened; roles: {roles}.",
                "{userName} hesabı açıldı; roller: {roles}."
            ),
            (
                typeof(RolesChanged),
                "Roles changed to: {roles}; account active: {active}.",
                "Roller değiştirildi: {roles}; hesap etkin: {active}."
            ),
            (typeof(BadgeBound), "Badge {badge} given.", "{badge} kodlu kimlik kartı verildi."),
            (typeof(PasswordSet), "Password set.", "Parola belirlendi."),
            (typeof(SignedIn), "Signed in.", "Oturum açıldı."),
            (typeof(SignInFailed), "Sign-in failed.", "Oturum açılamadı."),
            (
                typeof(SignInSlowed),
                "Many failed sign-ins from one place: tries from there are slowed down.",
                "Tek bir yerden çok sayıda başarısız giriş: oradan gelen denemeler yavaşlatılıyor."
            ),
            // Without the purpose: it is written by a person, and may name one.
            (
                typeof(IdentityRevealed),
                "Looked at the identity of {subject}.",
                "{subject} için kimlik bilgisine bakıldı."
            ),
            (
                typeof(LogExported),
                "Took away events {from} to {to} of the log, sealed at {size} events[; batch: {batch}].",
                "Günlüğün {from} ile {to} arasındaki olayları alındı, mühürlü {size} olay[; parti: {batch}]."
            ),
            (
                typeof(LogFollowed),
                "Read entries of the log over HTTP, sealed at {size} events.",
                "Günlük girişleri HTTP üzerinden okundu, mühürlü {size} olay."
            ),
            (
                typeof(StationRegistered),
                "Station {name} registered, room {room}, code {code}.",
                "{name} istasyonu kaydedildi, oda {room}, kod {code}."
            ),
            (
                typeof(AttemptRefused),
                "Refused: {wanted}. Rules: {rules}; times: {count}.",
                "Reddedildi: {wanted}. Kurallar: {rules}; kaç kez: {count}."
            ),
            (
                typeof(ClockMoved),
                "Demonstration clock moved to {offsetSeconds} s ahead of the machine's.",
                "Gösterim saati makine saatinden {offsetSeconds} sn ileriye alındı."
            ),
            (
                typeof(LogKeyBegun),
                "Key {key} signs the log from size {size} on.",
                "{key} anahtarı günlüğü {size} boyutundan itibaren imzalar."
            ),
            (
                typeof(LogKeyRetired),
                "Key {key} signs the log no more, from size {size} on.",
                "{key} anahtarı {size} boyutundan itibaren günlüğü imzalamaz."
            ),
        ];
}
