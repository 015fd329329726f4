package org.daywatch.emergencies.webhooks.calls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.daywatch.emergencies.networks.Network;
import org.daywatch.platform.errors.InvalidInput;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Which addresses are called: https on the public internet, and what the installation allows inside. A name is resolved
 * once for each call, every answer is checked, and what was checked is what is called; so a name that changes its mind
 * leads nowhere.
 */
@Component
@EnableConfigurationProperties(WebhookSettings.class)
public class WebhookAddress {

    private final List<Network> allowed;
    private final Resolver resolver;

    /** Names to addresses. */
    interface Resolver {
        InetAddress[] of(String host) throws IOException;
    }

    @Autowired
    WebhookAddress(WebhookSettings settings) {
        this(settings, InetAddress::getAllByName);
    }

    WebhookAddress(WebhookSettings settings, Resolver resolver) {
        this.allowed = settings.networks().stream()
                .map(range -> Network.of(WebhookSettings.NAME, range)).toList();
        this.resolver = resolver;
    }

    /**
     * As somebody typed it. A name that does not resolve now is taken: it may tomorrow. @throws InvalidInput when it
     * can never be called
     */
    public URI read(String typed) {
        var address = parsed(typed.strip());
        try {
            check(address, resolver.of(address.getHost()));
        } catch (Refused refused) {
            throw new InvalidInput("address", typed, "webhooks.wrong.inside");
        } catch (IOException unknown) {
            return address;
        }
        return address;
    }

    private static URI parsed(String typed) {
        try {
            var address = new URI(typed);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("https") || scheme.equals("http");
            boolean plain = address.getHost() != null && !address.getHost().isEmpty()
                    && address.getRawUserInfo() == null && address.getRawFragment() == null && address.getPort() != 0;
            if (web && plain && typed.length() <= 1000 && typed.chars().allMatch(c -> c > 0x20 && c < 0x7f))
                return address;
        } catch (URISyntaxException e) {
            throw new InvalidInput("address", typed, "webhooks.wrong.address");
        }
        throw new InvalidInput("address", typed, "webhooks.wrong.address");
    }

    /** Where a call goes, now. @throws Refused when any answer of its name lies inside */
    InetAddress resolve(URI address) throws IOException {
        return check(address, resolver.of(address.getHost()));
    }

    private InetAddress check(URI address, InetAddress[] answers) throws Refused {
        for (var answer : answers) {
            boolean ours = allowed.stream().anyMatch(network -> network.contains(answer));
            if (!ours && !Network.isPublic(answer)) throw new Refused("the address lies inside a private network");
            if (!ours && !"https".equalsIgnoreCase(address.getScheme()))
                throw new Refused("only https is called on the public internet");
        }
        return answers[0];
    }

    /** It may not be called. */
    static final class Refused extends IOException {
        Refused(String why) {
            super(why);
        }
    }
}
