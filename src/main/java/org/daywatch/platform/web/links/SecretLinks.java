package org.daywatch.platform.web.links;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Limits;
import org.daywatch.platform.identity.Limits.Limit;
import org.daywatch.platform.tenancy.LinkToken;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Pages behind the secret of their address, for people without an account: nothing of them is kept, indexed or passed
 * on, whoever guesses is slowed down, and what a link belongs to is looked up as the organization that it names.
 */
@Component
public class SecretLinks {

    private final Limits limits;

    SecretLinks(Limits limits) {
        this.limits = limits;
    }

    /**
     * @param what the link is called in the log where it leads nowhere. @param find what the link opens. @param answer
     * in the same organization. @throws NotFound for what is no link, and for one that opens nothing
     */
    public <T, R> @Nullable R open(String token, String what, HttpServletRequest request, HttpServletResponse response,
            Function<LinkToken, Optional<T>> find, BiFunction<LinkToken, T, @Nullable R> answer) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Referrer-Policy", "no-referrer");
        limits.take(Limit.CODE_CLIENT, request.getRemoteAddr());
        var link = LinkToken.read(token).orElseThrow(() -> new NotFound(what));
        return Tenancy.as(Scope.system(link.agency()), () -> {
            var found = find.apply(link).orElseThrow(() -> new NotFound(what));
            limits.giveBack(Limit.CODE_CLIENT, request.getRemoteAddr());
            return answer.apply(link, found);
        });
    }
}
