using System.Reflection;
using BizGraph.GraphQL.Execution;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace BizGraph.GraphQL.Binding;

/// <summary>Puts the <c>[Authorize]</c> rules of a member and its class before its resolver.</summary>
static class AccessRules
{
    /// <exception cref="SchemaException">The member carries ASP.NET's own attribute, which would silently do nothing here.</exception>
    public static AuthorizeAttribute[] Of(MemberInfo member)
    {
        var type = member.ReflectedType!;
        if (
            member
                .GetCustomAttributes(true)
                .Concat(type.GetCustomAttributes(true))
                .Any(attribute => attribute is IAuthorizeData or IAllowAnonymous)
        )
            throw new SchemaException(
                $"{type}.{member.Name} carries an attribute of Microsoft.AspNetCore.Authorization, which resolvers do not heed; use BizGraph.GraphQL.Authorize."
            );
        return [.. type.GetCustomAttributes<AuthorizeAttribute>(), .. member.GetCustomAttributes<AuthorizeAttribute>()];
    }

    public static (Resolver? Now, AsyncResolver? Later) Apply(AuthorizeAttribute[] rules, Resolver? now, AsyncResolver? later)
    {
        if (rules.Length == 0)
            return (now, later);
        if (now is not null && Array.TrueForAll(rules, rule => rule.Policy is null))
            return (
                (parent, arguments, request) =>
                {
                    CheckRoles(rules, request);
                    return now(parent, arguments, request);
                },
                null
            );
        return (
            null,
            async (parent, arguments, request) =>
            {
                await CheckAsync(rules, parent, request).ConfigureAwait(false);
                return now is null
                    ? await later!(parent, arguments, request).ConfigureAwait(false)
                    : now(parent, arguments, request);
            }
        );
    }

    /// <exception cref="GraphQLException">The user may not ask.</exception>
    public static async ValueTask CheckAsync(AuthorizeAttribute[] rules, object? parent, RequestContext request)
    {
        if (rules.Length == 0)
            return;
        CheckRoles(rules, request);
        await CheckPoliciesAsync(rules, parent, request).ConfigureAwait(false);
    }

    static void CheckRoles(AuthorizeAttribute[] rules, RequestContext request)
    {
        if (request.User.Identity?.IsAuthenticated != true)
            throw Refused("Sign in to ask for this.", "AUTH_NOT_AUTHENTICATED");
        foreach (var rule in rules)
            if (rule.Roles.Length > 0 && !Array.Exists(rule.Roles, request.User.IsInRole))
                throw NotAuthorized();
    }

    static async Task CheckPoliciesAsync(AuthorizeAttribute[] rules, object? parent, RequestContext request)
    {
        foreach (var rule in rules)
        {
            if (rule.Policy is null)
                continue;
            var service = request.Services.GetRequiredService<IAuthorizationService>();
            var answer = await service.AuthorizeAsync(request.User, parent, rule.Policy).ConfigureAwait(false);
            if (!answer.Succeeded)
                throw NotAuthorized();
        }
    }

    static GraphQLException NotAuthorized() => Refused("You may not ask for this.", "AUTH_NOT_AUTHORIZED");

    static GraphQLException Refused(string message, string code) =>
        new(ErrorBuilder.New().SetMessage(message).SetCode(code).Build());
}
