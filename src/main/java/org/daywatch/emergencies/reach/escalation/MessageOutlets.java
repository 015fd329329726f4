package org.daywatch.emergencies.reach.escalation;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.emergencies.reach.Way;
import org.daywatch.platform.notifications.Channel;
import org.daywatch.platform.notifications.DirectDeliveries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Text message and e-mail, carried by the platform with its attempts, pauses and receipts. */
@Configuration(proxyBeanMethods = false)
class MessageOutlets {

    @Bean
    Outlet textMessages(DirectDeliveries deliveries) {
        return new Messages(Way.SMS, Channel.SMS, deliveries);
    }

    @Bean
    Outlet electronicMail(DirectDeliveries deliveries) {
        return new Messages(Way.EMAIL, Channel.EMAIL, deliveries);
    }

    private record Messages(Way way, Channel channel, DirectDeliveries deliveries) implements Outlet {

        @Override
        public Optional<UUID> offer(Offer offer) {
            return deliveries.send(offer.notice(), offer.organization(), offer.person(), channel);
        }

        @Override
        public Map<UUID, News> news(UUID organization, Collection<UUID> ids) {
            return deliveries.states(organization, ids).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, e -> new News(fate(e.getValue().state()),
                            e.getValue().error(), e.getValue().state().equals("READ"))));
        }

        private static Attempt.Fate fate(String state) {
            return switch (state) {
                case "SENT" -> Attempt.Fate.SENT;
                case "RECEIVED", "READ" -> Attempt.Fate.RECEIVED;
                case "FAILED", "DEAD", "SUPPRESSED" -> Attempt.Fate.LOST;
                case "EXPIRED" -> Attempt.Fate.EXPIRED;
                default -> Attempt.Fate.WAITING;
            };
        }

        @Override
        public void expire(UUID organization, Collection<UUID> ids) {
            deliveries.expire(organization, ids);
        }
    }
}
