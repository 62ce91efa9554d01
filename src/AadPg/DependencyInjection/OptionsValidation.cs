using Microsoft.Extensions.Options;
using Npgsql;

namespace AadPg;

/// <summary>Holds options to what a login needs when the app starts, by the same checks as when the data source is built.</summary>
/// <param name="name">The name of the options that are a data source's.</param>
internal sealed class OptionsValidation(string name) : IValidateOptions<AadNpgsqlDataSourceOptions>
{
    public ValidateOptionsResult Validate(string? optionsName, AadNpgsqlDataSourceOptions options)
    {
        if (optionsName != name)
            return ValidateOptionsResult.Skip;

        try
        {
            LoginRequirements.Apply(options, new NpgsqlConnectionStringBuilder(options.ConnectionString.ConnectionString));
            return ValidateOptionsResult.Success;
        }
        catch (AadAuthenticationException refusal)
        {
            return ValidateOptionsResult.Fail(name.Length == 0 ? refusal.Message : $"Data source '{name}': {refusal.Message}");
        }
    }
}
