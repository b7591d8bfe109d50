using Dapper;
using LegalStatusApi.Database;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Http.Features;
using Npgsql;

namespace LegalStatusApi.Features.Maintenance;

/// <summary>Runs a write: one transaction, replayed by Idempotency-Key, refused with an audit row.</summary>
public static class Writes
{
    public const int LargestBody = ServerSetup.LargestWrite;

    // Most writes are done by then.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private static Problem OutcomeUnknown =>
        Problems.OutcomeUnknown.With("Whether the change was made is not known. Send it again with the same Idempotency-Key.");

    public static async Task<IResult> RunAsync(HttpContext http, NpgsqlDataSource database, Func<Write, Task<Written>> work)
    {
        var who = Maintainer.Of(http.User);
        var check = Check.Of(http);
        var name = http.Request.Headers["Idempotency-Key"].ToString();
        if (name.Length > 255 || name.Any(letter => letter is < '!' or > '~'))
        {
            check.Refuse("Idempotency-Key", "Give 1 to 255 printable ASCII characters.");
        }

        if (check.Failed)
        {
            return check.Problem().Result();
        }

        var (done, problem) = await RunAsync(SentWrite.Of(http, await ReadAsync(http)), who, database, work);
        return done ?? problem!.Result();
    }

    /// <summary>The same for whoever shows the outcome otherwise: what was done, or why nothing was.</summary>
    public static async Task<(StoredAnswer? Done, Problem? Problem)> RunAsync(
        SentWrite sent, Maintainer who, NpgsqlDataSource database, Func<Write, Task<Written>> work)
    {
        var end = new LastStep();
        var running = RunAsync(sent, who, database, work, end);
        // The whole data set may be judged, which takes its time. A database that is silent is not waited for, and nor is the driver, which tells it to stop.
        while (await Task.WhenAny(running, Task.Delay(Pause, CancellationToken.None)) != running)
        {
            if (await database.AnswersAsync() || running.IsCompleted)
            {
                continue;
            }

            _ = running.ContinueWith(late => late.Exception, TaskScheduler.Default);
            return (null, end.IsTakenBack()
                ? Problems.DatabaseUnavailable.With("The database does not answer. Nothing was changed. Try again.")
                : OutcomeUnknown);
        }

        return await running;
    }

    private static async Task<(StoredAnswer? Done, Problem? Problem)> RunAsync(
        SentWrite sent, Maintainer who, NpgsqlDataSource database, Func<Write, Task<Written>> work, LastStep end)
    {
        await using var connection = await database.OpenConnectionAsync(sent.Cancellation);
        var write = new Write(connection, who, sent);
        await using var transaction = await connection.BeginTransactionAsync(sent.Cancellation);
        try
        {
            var replay = new Replay(write, sent.Once, sent.Hash);
            if (sent.Once.Length > 0 && await replay.FindAsync() is { } earlier)
            {
                return (earlier, null);
            }

            var answer = StoredAnswer.Of(await work(write));
            if (sent.Once.Length > 0)
            {
                await replay.KeepAsync(answer);
            }

            if (!end.IsTaken())
            {
                // Its sender was told that nothing was changed.
                return (null, OutcomeUnknown);
            }

            return await IsCommittedAsync(transaction, sent.Cancellation) ? (answer, null) : (null, OutcomeUnknown);
        }
        catch (Exception fault) when (ProblemOf(fault) is not null)
        {
            await transaction.RollbackAsync(CancellationToken.None);
            var problem = ProblemOf(fault)!;
            await write.AuditRefusalAsync(problem);
            return (null, problem);
        }
    }

    // What breaks here may have broken before the change was final, or after: only a refusal by the database itself is certain.
    private static async Task<bool> IsCommittedAsync(NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        try
        {
            await transaction.CommitAsync(cancellation);
            return true;
        }
        catch (Exception fault) when (fault is OperationCanceledException or NpgsqlException && !(fault is PostgresException said && !Faults.IsOutage(said.SqlState)))
        {
            return false;
        }
    }

    private static Problem? ProblemOf(Exception fault) => fault switch
    {
        RefusedException refusal => refusal.Problem,
        PostgresException { SqlState: PostgresErrorCodes.ExclusionViolation or PostgresErrorCodes.UniqueViolation
            or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } conflict =>
            Problems.Conflict.With($"Somebody else's change stands in the way ({conflict.ConstraintName ?? "concurrent change"}). Read again and repeat."),
        PostgresException { SqlState: PostgresErrorCodes.CheckViolation or PostgresErrorCodes.ForeignKeyViolation } impossible =>
            Problems.Impossible.With($"The database refused it ({impossible.ConstraintName}): {impossible.MessageText}."),
        // What PostgreSQL cannot hold although it got past every check.
        PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter } =>
            Problems.BadRequest.With("The request holds characters that cannot be stored."),
        _ => null,
    };

    private static async Task<byte[]> ReadAsync(HttpContext http)
    {
        // A write may be larger than what the web server takes from readers.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LargestBody;
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return body.Length <= LargestBody ? body.ToArray() : throw new BadHttpRequestException("too large", StatusCodes.Status413PayloadTooLarge);
    }

    /// <summary>From the commit on nothing is taken back; what was taken back is not committed any more.</summary>
    private sealed class LastStep
    {
        private int _decided;

        public bool IsTaken() => Interlocked.CompareExchange(ref _decided, 1, 0) == 0;

        public bool IsTakenBack() => Interlocked.CompareExchange(ref _decided, 2, 0) == 0;
    }

    /// <summary>The same key and name: the same answer, another body 422, still running 409.</summary>
    private sealed class Replay(Write write, string name, byte[] requestHash)
    {
        public async Task<StoredAnswer?> FindAsync()
        {
            var mine = await write.Connection.ExecuteScalarAsync<bool>(new CommandDefinition(
                SqlFile.Beside(typeof(Writes), "ClaimIdempotencyKey"), new { write.Who.Key, Name = name }, cancellationToken: write.Cancellation));
            if (!mine)
            {
                throw new RefusedException(Problems.StillAtWork.With("The same Idempotency-Key is still at work. Try again."));
            }

            var found = await write.QueryAsync<Kept>(typeof(Writes), "FindIdempotentAnswer", new { write.Who.Key, Name = name });
            if (found is not [var kept])
            {
                return null;
            }

            return kept.RequestHash.AsSpan().SequenceEqual(requestHash)
                ? new StoredAnswer(kept.Status, kept.Location, kept.Tag, kept.Body, Replayed: true)
                : throw new RefusedException(Problems.Impossible.With("This Idempotency-Key was used for another request."));
        }

        public Task KeepAsync(StoredAnswer answer) => write.ExecuteAsync(typeof(Writes), "KeepIdempotentAnswer", new
        {
            write.Who.Key, Name = name, RequestHash = requestHash, answer.Status, answer.Location, answer.Tag, answer.Body,
        });

        private sealed record Kept(byte[] RequestHash, int Status, string? Location, string? Tag, byte[] Body);
    }
}
