namespace LegalStatusApi.Http;

/// <summary>What was sent is not taken; the problem says why.</summary>
public sealed class RefusedException(Problem problem) : Exception(problem.Detail)
{
    public Problem Problem => problem;
}
