using System.Diagnostics.CodeAnalysis;

namespace AadPg;

/// <summary>The app's own loggers and listeners. One that throws harms nobody else: no token and no connection is lost for it.</summary>
internal static class Listeners
{
    /// <summary>Tells them something.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever a listener throws is its own affair.")]
    public static void Tell(Action tell)
    {
        try
        {
            tell();
        }
        catch (Exception)
        {
        }
    }
}
