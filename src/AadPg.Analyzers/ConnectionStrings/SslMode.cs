namespace AadPg.Analyzers.ConnectionStrings;

/// <summary>The SSL modes of Npgsql, in the order of its enum: from <see cref="Require"/> on, the connection is always encrypted.</summary>
internal enum SslMode
{
    Disable,
    Allow,
    Prefer,
    Require,
    VerifyCA,
    VerifyFull,
}

