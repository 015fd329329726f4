package org.daywatch.emergencies.lane.bus;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param url nats://host:4222, several with commas; blank: this node is alone. Its JetStream must write through
 * (sync_interval: always)
 * @param replicas on how many NATS servers each entry is kept
 */
@ConfigurationProperties("daywatch.nats")
public record NatsSettings(@DefaultValue("") String url, @DefaultValue("1") int replicas) {}
