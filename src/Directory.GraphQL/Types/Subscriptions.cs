using System.Reflection;
using System.Runtime.CompilerServices;
using CenterDirectory.GraphQL.Execution;

namespace CenterDirectory.GraphQL.Types;

/// <summary>A field that can be subscribed to: it is answered anew for each event of its source.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SubscribeAttribute : FieldAttribute
{
    private const BindingFlags AnyStatic = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>
    /// Name of the method of the same class that gives the events: <c>static IAsyncEnumerable&lt;T&gt; Method(…)</c>. Its arguments are arguments of
    /// the field, shared with those that the field has under the same name; everything else comes from the services. It is no field itself.
    /// </summary>
    public string With { get; set; } = "";

    public override int Order => int.MaxValue;

    public override void Configure(FieldBuilder field)
    {
        if (SourceOf((MethodInfo)field.Member) is not { } source)
        {
            field.Problem($"[Subscribe] names the method {With}, but {field.Member.DeclaringType!.Name} has no static method of that name.");
        }
        else if (source.ReturnType is not { IsGenericType: true } type || type.GetGenericTypeDefinition() != typeof(IAsyncEnumerable<>))
        {
            field.Problem($"{With} gives the events of a subscription, so it must return IAsyncEnumerable<T>.");
        }
        else
        {
            var call = ResolverBinder.Compile(source, field.Schema, field.Arguments);
            field.Events = (EventSource)Activator.CreateInstance(typeof(EventSource<>).MakeGenericType(type.GetGenericArguments()), call)!;
        }
    }

    /// <summary>The method that gives the events of a field; null if there is none.</summary>
    internal static MethodInfo? SourceOf(MethodInfo field) =>
        field.GetCustomAttribute<SubscribeAttribute>() is { } subscribe
            ? field.DeclaringType!.GetMethods(AnyStatic).FirstOrDefault(method => method.Name == subscribe.With)
            : null;

    /// <summary>The methods of a class that are sources of events and no fields.</summary>
    internal static HashSet<MemberInfo> SourcesIn(Type type) => [.. type.GetMethods(AnyStatic).Select(SourceOf).OfType<MethodInfo>()];
}

/// <summary>The parameter is the event that a subscription is answered for.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EventMessageAttribute : Attribute;

/// <summary>Where the events of a subscription come from.</summary>
public abstract class EventSource
{
    /// <summary>Opens the source; it ends when the token says so.</summary>
    public abstract IAsyncEnumerable<object> OpenAsync(object?[] arguments, RequestContext request, CancellationToken cancellationToken);
}

/// <summary>A method that returns a stream.</summary>
internal sealed class EventSource<T>(ResolverBinder.Call call) : EventSource
    where T : notnull
{
    public override async IAsyncEnumerable<object> OpenAsync(
        object?[] arguments, RequestContext request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var events = (IAsyncEnumerable<T>)call(RootValue.Instance, arguments, request, cancellationToken)!;
        await foreach (var message in events.WithCancellation(cancellationToken))
        {
            yield return message;
        }
    }
}
