using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AadPg;

/// <summary>
/// One token request as metrics and traces see it: the activity <c>aadpg.token.request</c> and a point of the histogram
/// <c>aadpg.token.request.duration</c>. Costs next to nothing while nobody listens.
/// </summary>
internal readonly struct TokenRequestMeasurement
{
    private static readonly Histogram<double> s_duration = AadPgDiagnostics.Meter.CreateHistogram<double>(
        "aadpg.token.request.duration",
        "s",
        "How long the credential took to give a token or to fail.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] });

    private readonly long _start;
    private readonly Activity? _around;
    private readonly Activity? _activity;
    private readonly TagList _tags;

    private TokenRequestMeasurement(string credential, string scope, ActivityContext cause)
    {
        _start = Stopwatch.GetTimestamp();
        _tags = AadPgDiagnostics.TagsOf(credential, scope);
        _around = Activity.Current;
        _activity = StartActivity(_tags, cause);
    }

    public static TokenRequestMeasurement Start(string credential, string scope, ActivityContext cause) => new(credential, scope, cause);

    /// <summary>The request ended.</summary>
    public void Stop(TokenFlightResult result)
    {
        var tags = _tags;
        if (result.Failure is { } failure)
        {
            var error = failure.Cause?.GetType().FullName ?? failure.Reason.ToString();
            tags.Add("error.type", error);
            _activity?.SetTag("error.type", error);
            _activity?.SetStatus(ActivityStatusCode.Error, failure.Message);
        }

        var (activity, seconds) = (_activity, Stopwatch.GetElapsedTime(_start).TotalSeconds);
        Listeners.Tell(() => s_duration.Record(seconds, tags));
        Listeners.Tell(() => activity?.Dispose());

        // Of an activity whose listener threw, this is left to do.
        Activity.Current = _around;
    }

    // Linked, not a child: the request serves everyone who waits for a token, not only the open that made it necessary.
    private static Activity? StartActivity(TagList tags, ActivityContext cause)
    {
        Activity? activity = null;
        Listeners.Tell(() => activity = AadPgDiagnostics.Activities.StartActivity(
            "aadpg.token.request",
            ActivityKind.Client,
            parentContext: default,
            tags,
            cause == default ? null : [new ActivityLink(cause)]));
        return activity;
    }
}
