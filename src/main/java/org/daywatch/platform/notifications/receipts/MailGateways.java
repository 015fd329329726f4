package org.daywatch.platform.notifications.receipts;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail gateways and mail servers that may say what became of a letter, by the name under which letters go out
 * ({@code daywatch.mail.name}).
 */
@ConfigurationProperties("daywatch.mail")
record MailGateways(@DefaultValue Map<String, ReceiptGateway> receipts) {}
