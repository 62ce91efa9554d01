namespace AadPg;

/// <summary>Why a token request failed. Every caller that waited for it gets an exception of its own made from this.</summary>
/// <param name="Reason">Failed or timed out.</param>
/// <param name="Message">What is wrong and what to do; no secret.</param>
/// <param name="Cause">The credential's own exception, if it holds no secret.</param>
internal sealed record AcquisitionFailure(AadAuthenticationFailure Reason, string Message, Exception? Cause = null)
{
    public AadAuthenticationException ToException() => new(Reason, Message, Cause);
}
