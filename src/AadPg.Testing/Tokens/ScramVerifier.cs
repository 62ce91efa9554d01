using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AadPg.Testing;

/// <summary>
/// What PostgreSQL keeps of a password (RFC 5803). We compute it here, so that <c>ALTER ROLE</c> carries no token: SQL text ends up
/// in logs and in <c>pg_stat_activity</c>.
/// </summary>
internal static class ScramVerifier
{
    // PostgreSQL's own number, 4096, is to make guessing dear. Nobody guesses a token, and each login would pay for it.
    private const int Iterations = 1;

    /// <summary>The verifier of an ASCII password, which a token always is: others would have to be normalized first.</summary>
    public static string Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var salted = Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(password), salt, Iterations, HashAlgorithmName.SHA256, 32);
        var storedKey = SHA256.HashData(HMACSHA256.HashData(salted, "Client Key"u8));
        var serverKey = HMACSHA256.HashData(salted, "Server Key"u8);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"SCRAM-SHA-256${Iterations}:{Convert.ToBase64String(salt)}${Convert.ToBase64String(storedKey)}:{Convert.ToBase64String(serverKey)}");
    }
}
