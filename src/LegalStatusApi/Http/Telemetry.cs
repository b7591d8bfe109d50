using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace LegalStatusApi.Http;

/// <summary>Traces and metrics of the framework's and the driver's own sources, sent where a setting says, and otherwise nowhere.</summary>
public static class Telemetry
{
    private static readonly string[] Meters = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", "System.Runtime"];

    public static void AddTelemetry(this IServiceCollection services, Uri? collector)
    {
        if (collector is null)
        {
            return;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("legal-status-api"))
            // Spans of the driver are left out: they carry the words of statements and of faults.
            .WithTracing(tracing => tracing.AddSource("Microsoft.AspNetCore").AddProcessor(new OnlyTheRoute()).AddOtlpExporter(otlp => Send(otlp, collector, "v1/traces")))
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddOtlpExporter(otlp => Send(otlp, collector, "v1/metrics")));
    }

    private static void Send(OtlpExporterOptions otlp, Uri collector, string path)
    {
        otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
        otlp.Endpoint = new Uri(collector, path);
    }

    /// <summary>What a span may tell: whatever else the framework comes to say of a request, such as its path or its client, is taken out.</summary>
    private sealed class OnlyTheRoute : BaseProcessor<Activity>
    {
        private static readonly HashSet<string> Told =
            new(["http.request.method", "http.route", "http.response.status_code", "error.type", "network.protocol.version"], StringComparer.Ordinal);

        public override void OnEnd(Activity data)
        {
            foreach (var name in data.TagObjects.Select(tag => tag.Key).Where(name => !Told.Contains(name)).ToList())
            {
                data.SetTag(name, null);
            }

            // The client's own words, which a client may send along with a trace.
            data.TraceStateString = null;
            data.DisplayName = data.GetTagItem("http.route") is string route ? route : "request";
        }
    }
}
