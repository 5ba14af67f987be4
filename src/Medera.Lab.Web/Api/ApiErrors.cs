using System.Text.Json;
using Medera.Lab.Custody;
using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.Api;

/// <summary>What cannot be answered, as problem+json with one sentence.</summary>
internal static class ApiErrors
{
    public static IResult Problem(int status, string sentence, IDictionary<string, object?>? more = null) => Results.Problem(statusCode: status, title: sentence, extensions: more);

    public static IResult NotFound(string what) => Problem(404, $"There is no such {what}.");

    /// <summary>Turns what a caller did wrong into a sentence; what we did wrong stays an exception.</summary>
    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (BadRequest wrong)
        {
            return Problem(400, wrong.Message);
        }
        catch (NotCanonical wrong)
        {
            return Problem(400, $"A text or number cannot be recorded: {wrong.Message}");
        }
        catch (SameIdOtherContentException other)
        {
            return Problem(409, other.Message);
        }
        catch (JsonException)
        {
            return Problem(400, "The body is not the JSON that is asked for.");
        }
    }
}
