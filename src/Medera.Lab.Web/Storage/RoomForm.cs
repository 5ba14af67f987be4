using Medera.Lab.Web.ActForms;
using Microsoft.AspNetCore.Components;

namespace Medera.Lab.Web.Storage;

/// <summary>The form of an act on a room.</summary>
[Route("/storage/rooms/do/{Verb}")]
[Route("/storage/rooms/{Thing:guid}/do/{Verb}")]
public sealed class RoomForm : HouseForm<Room>;
