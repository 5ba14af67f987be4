using Medera.Lab.People;

namespace Medera.Lab.Custody;

/// <content>Accounts, stations, and attempts that were refused.</content>
public static partial class FactSentences
{
    private static (Type Fact, string En, string Tr)[] OfPeople() =>
    [
        (typeof(PersonFact.AccountOpened), "Account {userName} opened; roles: {roles}.", "{userName} hesabı açıldı; roller: {roles}."),
        (typeof(PersonFact.RolesChanged), "Roles changed to: {roles}; account active: {active}.", "Roller değiştirildi: {roles}; hesap etkin: {active}."),
        (typeof(PersonFact.PasswordSet), "Password set.", "Parola belirlendi."),
        (typeof(PersonFact.SignedIn), "Signed in.", "Oturum açıldı."),
        (typeof(PersonFact.SignInFailed), "Sign-in failed.", "Oturum açılamadı."),
        (typeof(PersonFact.SignInSlowed), "Many failed sign-ins from one place: tries from there are slowed down.", "Tek bir yerden çok sayıda başarısız giriş: oradan gelen denemeler yavaşlatılıyor."),

        // Without the purpose: it is written by a person, and may name one.
        (typeof(PersonFact.IdentityRevealed), "Looked at the identity of {subject}.", "{subject} için kimlik bilgisine bakıldı."),

        (typeof(StationFact.StationRegistered), "Station {name} registered, room {room}, code {code}.", "{name} istasyonu kaydedildi, oda {room}, kod {code}."),
        (typeof(StationFact.AttemptRefused), "Refused: {wanted}. Rules: {rules}; times: {count}.", "Reddedildi: {wanted}. Kurallar: {rules}; kaç kez: {count}."),
        (typeof(StationFact.ClockMoved), "Demonstration clock moved to {offsetSeconds} s ahead of the machine's.", "Gösterim saati makine saatinden {offsetSeconds} sn ileriye alındı."),
    ];
}
