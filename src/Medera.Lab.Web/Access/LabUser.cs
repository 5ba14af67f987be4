using Microsoft.AspNetCore.Identity;

namespace Medera.Lab.Web.Access;

/// <summary>An account's secrets: the password hash. Nothing here locks an account: wrong passwords slow down a place (<see cref="SignInThrottle"/>). Who the person is and may do stands in the state tables, by the same id.</summary>
public sealed class LabUser : IdentityUser<Guid>;
