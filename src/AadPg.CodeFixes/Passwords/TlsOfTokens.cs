namespace AadPg.CodeFixes.Passwords;

/// <summary>What the text that a password is taken out of has to say of TLS.</summary>
internal enum TlsOfTokens
{
    /// <summary>Nothing: no token is sent.</summary>
    AsItIs,

    /// <summary>No mode that allows plain text; the runtime makes an absent one VerifyFull.</summary>
    NotWeak,

    /// <summary>A mode that requires TLS, since nothing else does.</summary>
    Required,
}
