package org.daywatch.platform.notifications.receipts;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The gateways that may say what became of a message, by the name under which they send ({@code daywatch.sms.name}).
 */
@ConfigurationProperties("daywatch.sms")
record ReceiptGateways(@DefaultValue Map<String, ReceiptGateway> receipts) {}
