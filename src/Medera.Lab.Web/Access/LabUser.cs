using Microsoft.AspNetCore.Identity;

namespace Medera.Lab.Web.Access;

/// <summary>An account's secrets: password hash and lockout. Who the person is and may do stands in the state tables, by the same id.</summary>
public sealed class LabUser : IdentityUser<Guid>;
