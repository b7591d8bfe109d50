using LegalStatusApi.Http;
using Microsoft.AspNetCore.ResponseCompression;
using StackExchange.Redis;

namespace LegalStatusApi.Caching;

/// <summary>How much is kept in memory, and where instances share what they read.</summary>
/// <param name="AnswerBytes">Finished answers; 0 = none are kept.</param>
/// <param name="StackBytes">What the record says of places; 0 = it is read for each answer.</param>
/// <param name="Redis">Where instances share what they read; null = nowhere.</param>
public sealed record CacheRoom(long AnswerBytes, long StackBytes, string? Redis);

/// <summary>What is kept, and where a request meets it.</summary>
public static class CachingSetup
{
    public static void AddCaching(this IServiceCollection services, CacheRoom room)
    {
        services.AddSingleton<LatestRevision>();
        services.AddHostedService(provider => provider.GetRequiredService<LatestRevision>());
        if (room.Redis is { } redis)
        {
            services.AddSharedCache(redis);
        }

        if (room.AnswerBytes > 0)
        {
            services.AddSingleton(provider => new AnswerCache(
                provider.GetRequiredService<LatestRevision>(), provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<IResponseCompressionProvider>(), provider.GetRequiredService<Draining>(), room.AnswerBytes, provider.GetService<RateLimits>()));
        }
    }

    private static void AddSharedCache(this IServiceCollection services, string redis)
    {
        services.AddStackExchangeRedisCache(options =>
        {
            options.ConfigurationOptions = ConfigurationOptions.Parse(redis);
            // A server that is not there yet, or not any more, is looked for again; meanwhile the database answers.
            options.ConfigurationOptions.AbortOnConnectFail = false;
            options.ConfigurationOptions.BacklogPolicy = BacklogPolicy.FailFast;
            options.InstanceName = "legal-status:";
        });
        services.AddSingleton<SharedCache>();
    }

    /// <summary>Before all that looks at a request, but after who sent it is known.</summary>
    public static void UseAnswerCache(this WebApplication app)
    {
        if (app.Services.GetService<AnswerCache>() is { } cache)
        {
            app.Use((http, next) => cache.InvokeAsync(http, next));
        }
    }
}
