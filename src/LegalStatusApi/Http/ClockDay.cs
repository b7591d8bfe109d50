namespace LegalStatusApi.Http;

/// <summary>Which day it is: in UTC, as every answer says.</summary>
public static class ClockDay
{
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
