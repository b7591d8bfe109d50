namespace LegalStatusApi.Benchmarks.Load;

/// <summary>How long the service takes until it answers, with a server of its own: first with an import, then on what is there.</summary>
/// <param name="First">With a new folder: the server is made, and the data set imported.</param>
/// <param name="Again">On the folder as it was left.</param>
/// <param name="Megabytes">Memory after every stack was asked for once.</param>
internal sealed record StartUp(TimeSpan First, TimeSpan Again, long Megabytes)
{
    public static async Task<StartUp> MeasureAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"legal-status-start-{Guid.NewGuid():N}")).FullName;
        try
        {
            string[] words = ["dotnet", Bench.Program, "serve", "--urls", "{url}", $"--Database:DataDirectory={Path.Combine(folder, "postgres")}", "--RateLimits:Enabled=false"];
            await using var first = await Server.StartAsync(words, "/health/ready");
            await first.DisposeAsync();
            await using var again = await Server.StartAsync(words, "/health/ready");
            var questions = await Questions.OfAsync(again, folder, 1);
            using var client = new HttpClient { BaseAddress = again.Address };
            foreach (var stack in questions.Stacks)
            {
                await client.GetByteArrayAsync(stack);
            }

            return new StartUp(first.Ready, again.Ready, again.Megabytes);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
