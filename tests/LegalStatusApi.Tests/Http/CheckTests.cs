using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Http;

public sealed class CheckTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private TestApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        if (await database.Reader.AskAsync<int>("select count(*) from revision") == 0)
        {
            await database.PublishAsync(Given.Substances().Place("DE").Record("lsd-1", "DE", "lsd", from: "1967-02-25").Rows);
        }

        _api = await TestApi.StartAsync(database.Reader);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Every_wrong_parameter_is_named_at_once()
    {
        var problem = await _api.GetAsync("/v1/status/DE/lsd?on=2023-02-29&revision=x&asOf=tomorrow&colour=red&form=", 400);

        Assert.Equal("/problems/invalid-parameters", (string?)problem["type"]);
        Assert.Equal(["asOf", "colour", "form", "on", "revision"], problem.WrongParameters().Distinct().Order(StringComparer.Ordinal));
        Assert.All(problem["errors"]!.AsArray(), error => Assert.Contains((string)error!["detail"]!, (string?)problem["detail"]));
    }

    [Fault(20)]
    [Theory]
    [InlineData("2024-02-29")]
    [InlineData("2000-02-29")]
    [InlineData("1800-01-01")]
    [InlineData("2199-12-31")]
    public async Task A_day_between_1800_and_2199_is_taken(string day) =>
        Assert.Equal(day, (string?)(await _api.GetAsync($"/v1/status/DE/lsd?on={day}"))["on"]);

    [Fault(20)]
    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("1900-02-29")]
    [InlineData("2024-02-30")]
    [InlineData("2024-06-31")]
    [InlineData("0000-01-01")]
    [InlineData("0001-01-01")]
    [InlineData("1799-12-31")]
    [InlineData("2200-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("99999-01-01")]
    [InlineData("-infinity")]
    [InlineData("2024-1-1")]
    [InlineData("01/02/2020")]
    [InlineData("2024")]
    [InlineData("2024-01")]
    [InlineData("2024-01-01T00:00:00")]
    [InlineData("2024-01-01Z")]
    [InlineData("2024-01-01 02:00")]
    [InlineData("٢٠٢٤-٠١-٠١")]
    [InlineData(" 2024-01-01")]
    [InlineData("")]
    public async Task What_is_no_day_is_refused_by_the_name_of_its_parameter(string day) =>
        Assert.Equal(["on"], (await _api.GetAsync($"/v1/status/DE/lsd?on={Uri.EscapeDataString(day)}", 400)).WrongParameters());

    [Theory]
    [InlineData("?on=2020-01-01&on=2021-01-01", "on", "Given more than once.")]
    [InlineData("?On=2020-01-01", "On", "Did you mean 'on'?")]
    [InlineData("?on", "on", "Empty: give a value or leave it out.")]
    [InlineData("?date=2020-01-01", "date", "Known here: on, form, revision, asOf, maxAge, format.")]
    [InlineData("?jurisdiction=DE", "jurisdiction", "Unknown parameter.")]
    [InlineData("?on[]=2020-01-01", "on[]", "Unknown parameter.")]
    public async Task A_parameter_that_is_unknown_empty_or_given_twice_is_refused(string query, string parameter, string said)
    {
        var problem = await _api.GetAsync($"/v1/status/DE/lsd{query}", 400);

        Assert.Equal([parameter], problem.WrongParameters());
        Assert.Contains(said, (string?)problem["errors"]![0]!["detail"]);
    }

    [Fact]
    public async Task What_a_client_sent_is_quoted_shortly_and_without_control_characters()
    {
        var problem = await _api.GetAsync($"/v1/status/DE/lsd?on=%1B%5B31m%0A{new string('x', 4_000)}", 400);

        var detail = (string)problem["detail"]!;
        Assert.True(detail.Length < 400, detail);
        Assert.DoesNotContain(detail, char.IsControl);
    }
}
