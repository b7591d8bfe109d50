using LegalStatusApi.Database;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Http;

/// <summary>No reader waits longer than the deadline, whatever the database does.</summary>
[Fault(4)]
public sealed class DeadlineTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task An_answer_that_takes_too_long_is_given_up_and_the_next_one_is_given()
    {
        await database.PublishAsync(Given.Substances().Place("DE").Record("lsd-1", "DE", "lsd", from: "1967-02-25").Rows);
        await using var reader = Databases.Open(database.ConnectionString, Databases.Reader, TimeSpan.FromMinutes(1));
        await using var api = await TestApi.StartAsync(reader, builder =>
        {
            builder.Configuration["Deadlines:Answer"] = "2";
            // What is kept in memory would be answered without the database.
            builder.Configuration["Caching:AnswerMegabytes"] = builder.Configuration["Caching:StackMegabytes"] = "0";
        });
        await api.GetAsync("/v1/status/DE/lsd");

        await using (var connection = await database.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken))
        await using (var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await using var held = connection.CreateCommand();
            held.CommandText = "lock table classification, level_document in access exclusive mode";
            await held.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

            foreach (var address in new[] { "/v1/status/DE/lsd", "/v1/status?jurisdiction=DE&substance=lsd" })
            {
                var problem = await api.GetAsync(address, 503);
                Assert.Equal("/problems/took-too-long", (string?)problem["type"]);
            }
        }

        await api.GetAsync("/v1/status/DE/lsd");
    }
}
