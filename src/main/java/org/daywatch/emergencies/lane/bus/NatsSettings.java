package org.daywatch.emergencies.lane.bus;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.daywatch.platform.copy.RestoredCopy;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param url nats://host:4222, several with commas; blank: this node is alone. Its JetStream must write through
 * (sync_interval: always). To another machine {@code tls://user:password@host:4222}
 * @param replicas on how many NATS servers each entry is kept
 * @param prefix with which the subjects of this installation begin; two that share a NATS server have two
 */
@ConfigurationProperties("daywatch.nats")
public record NatsSettings(@DefaultValue("") String url, @DefaultValue("1") int replicas,
        @DefaultValue("daywatch") String prefix) {

    /**
     * What leaves the machine is encrypted and shows who sends it.
     *
     * @throws IllegalStateException naming the address, without its password, and what to write instead
     */
    NatsSettings safe() {
        if (!prefix.matches("[A-Za-z0-9-]{1,80}"))
            throw new IllegalStateException("DAYWATCH_NATS_PREFIX: " + prefix
                    + " is no prefix of subjects.\nWrite letters, figures and dashes, such as daywatch-training.");
        for (String one : url.split(",")) {
            if (one.isBlank()) continue;
            var address = URI.create(one.strip().contains("://") ? one.strip() : "nats://" + one.strip());
            if (isHere(address.getHost())) continue;
            boolean tls = "tls".equals(address.getScheme());
            if (tls && address.getUserInfo() != null) continue;
            throw new IllegalStateException(
                    "DAYWATCH_NATS_URL: " + address.getScheme() + "://" + address.getHost() + ":"
                            + address.getPort() + " is another machine, and alerts would go there "
                            + (tls ? "without saying who sends them" : "in clear")
                            + ".\nWrite tls://USER:PASSWORD@" + address.getHost()
                            + ":4222, with a user of the NATS server and a certificate this machine trusts.");
        }
        return this;
    }

    /** @return of a restored copy: subjects of its own, so that it neither hears the original nor is heard there */
    NatsSettings of(RestoredCopy copy) {
        return copy.now().map(one -> new NatsSettings(url, replicas, prefix + "-copy-" + one.mark())).orElse(this);
    }

    private static boolean isHere(String host) {
        if (host == null) return false;
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException notKnownYet) {
            return false;
        }
    }
}
