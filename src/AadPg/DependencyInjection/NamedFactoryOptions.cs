using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AadPg;

/// <summary>
/// What an app registered for the named options of a factory. Applied by hand: a factory begins with the settings of its attribute, where the options
/// factory of .NET would begin with nothing.
/// </summary>
internal sealed class NamedFactoryOptions(IServiceProvider services, string name)
{
    /// <summary>Applies <c>Configure</c> and <c>ConfigureAll</c>, in the order of their registration.</summary>
    public void Configure(AadConnectionFactoryOptions options)
    {
        foreach (var setup in Registered<IConfigureOptions<AadConnectionFactoryOptions>>())
        {
            if (setup is IConfigureNamedOptions<AadConnectionFactoryOptions> named)
                named.Configure(name, options);
            else if (name == Options.DefaultName)
                setup.Configure(options);
        }
    }

    /// <summary>Applies <c>PostConfigure</c>, then <c>Validate</c>.</summary>
    public void Complete(AadConnectionFactoryOptions options)
    {
        foreach (var setup in Registered<IPostConfigureOptions<AadConnectionFactoryOptions>>())
            setup.PostConfigure(name, options);

        var failures = Registered<IValidateOptions<AadConnectionFactoryOptions>>()
            .Select(validation => validation.Validate(name, options))
            .Where(static result => result is { Failed: true })
            .SelectMany(static result => result.Failures ?? [])
            .ToList();
        if (failures.Count > 0)
            throw new OptionsValidationException(name, typeof(AadConnectionFactoryOptions), failures);
    }

    private IEnumerable<T> Registered<T>() => services.GetService<IEnumerable<T>>() ?? [];
}
