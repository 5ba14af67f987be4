using Medera.Lab.Web.Desk;
using Xunit;

namespace Medera.Lab.Web.Tests.Desk;

public class The_loader
{
    [Fact]
    public void has_one_part_that_says_what_an_act_writes() =>
        Assert.All(
            CommandCatalogue.All,
            command =>
                Assert.Single(ILoading.InOrder, part => part.Acts.Any(family => family.IsAssignableFrom(command.Type)))
        );

    [Fact]
    public void holds_every_part_that_there_is_once() =>
        Assert.Equal(
            typeof(ILoading)
                .Assembly.GetTypes()
                .Where(type => type.IsClass && !type.IsAbstract && typeof(ILoading).IsAssignableFrom(type))
                .Select(type => type.Name)
                .Order(),
            ILoading.InOrder.Select(part => part.GetType().Name).Order()
        );
}
