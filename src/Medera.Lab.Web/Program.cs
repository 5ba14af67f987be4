using Medera.Lab.Web.Layout;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddLabShell();

var app = builder.Build();
app.UseLabShell();
app.UseAntiforgery();
app.MapLabShell();
await app.RunAsync();
