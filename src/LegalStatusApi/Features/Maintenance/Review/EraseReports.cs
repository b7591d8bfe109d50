using Dapper;
using LegalStatusApi.Database;
using LegalStatusApi.Http;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance.Review;

/// <summary>Erases the texts of reports 90 days after they were settled: soon after the start, and daily.</summary>
public sealed class EraseReports(
    [FromKeyedServices(Databases.Writer)] NpgsqlDataSource writer, TimeProvider clock, ILogger<EraseReports> logger) : BackgroundService
{
    // Not among the first things that a new instance does.
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AfterFault = TimeSpan.FromHours(1);
    private static readonly TimeSpan Ordinary = TimeSpan.FromDays(1);

    public static async Task<int> EraseAsync(NpgsqlDataSource writer, DateOnly today, CancellationToken cancellation)
    {
        await using var connection = await writer.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            SqlFile.Beside<EraseReports>(), new { Today = today.ToDateTime(TimeOnly.MinValue) }, cancellationToken: cancellation));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(AfterStart, clock, stoppingToken);
            while (true)
            {
                await Task.Delay(await TryAsync(stoppingToken) ? Ordinary : AfterFault, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }

    private async Task<bool> TryAsync(CancellationToken stopping)
    {
        try
        {
            var erased = await EraseAsync(writer, clock.Today(), stopping);
            if (erased > 0)
            {
                logger.LogInformation("Erased the texts of {Count} settled reports", erased);
            }

            return true;
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException)
        {
            logger.LogWarning(fault, "Texts of settled reports could not be erased; tried again in an hour");
            return false;
        }
    }
}
