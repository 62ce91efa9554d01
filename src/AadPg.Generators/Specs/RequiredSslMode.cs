namespace AadPg.Generators.Specs;

/// <summary>Those of Npgsql's SSL modes that never go on without TLS, with Npgsql's names and values.</summary>
internal enum RequiredSslMode
{
    Require = 3,
    VerifyCA = 4,
    VerifyFull = 5,
}
