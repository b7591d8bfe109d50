using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Net.Http.Headers;

namespace LegalStatusApi.Http;

/// <summary>Any page on the web may send the questions that are too long for an address: they change nothing.</summary>
public static class OpenPosts
{
    public static void Policy(CorsPolicyBuilder policy) => policy
        .AllowAnyOrigin()
        .WithMethods("POST")
        .WithHeaders(HeaderNames.Accept, HeaderNames.ContentType)
        .ExposeOurHeaders();
}
