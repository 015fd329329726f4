package org.daywatch.platform.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server and who the letters are from. @param user empty where the server asks for none */
public record MailSettings(String host, int port, String user, String password, String from, Tls tls) {

    /**
     * STARTTLS: begins in clear and is refused if the server cannot go on encrypted. TLS: encrypted from the first
     * byte.
     */
    public enum Tls {
        STARTTLS, TLS, NONE
    }

    /**
     * Names every field that is wrong.
     *
     * @param password empty: the one that was saved, as long as it goes to the same server and user
     * @param before what was saved; null where nothing was
     */
    static MailSettings read(Map<String, String> typed, @Nullable MailSettings before) {
        var wrong = new ArrayList<FieldError>();
        String host = typed.getOrDefault("host", "").strip();
        String port = typed.getOrDefault("port", "").strip();
        String user = typed.getOrDefault("user", "").strip();
        String from = typed.getOrDefault("from", "").strip();
        String password = typed.getOrDefault("password", "");
        var tls = Tls.valueOf(typed.getOrDefault("tls", "STARTTLS").matches("STARTTLS|TLS|NONE")
                ? typed.getOrDefault("tls", "STARTTLS")
                : "STARTTLS");
        if (!host.matches("[A-Za-z0-9.:-]{1,200}")) wrong.add(new FieldError("host", host, "outgoing.error.host"));
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65535)
            wrong.add(new FieldError("port", port, "outgoing.error.port"));
        if (!from.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"))
            wrong.add(new FieldError("from", from, "outgoing.error.from"));
        if (!wrong.isEmpty()) throw new InvalidInput(List.copyOf(wrong));
        boolean same = before != null && before.host().equals(host) && before.port() == Integer.parseInt(port)
                && before.user().equals(user);
        if (password.isEmpty() && same) password = before.password();
        if (!user.isEmpty() && password.isEmpty()) throw new InvalidInput("password", "", "outgoing.error.password");
        if (tls == Tls.NONE && !user.isEmpty() && !loopback(host))
            throw new InvalidInput("tls", "", "outgoing.error.clear");
        return new MailSettings(host, Integer.parseInt(port), user, user.isEmpty() ? "" : password, from, tls);
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** @param shipped time-outs and what else is set for every mail server */
    JavaMailSenderImpl sender(Map<String, String> shipped) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(port);
        if (!user.isEmpty()) {
            sender.setUsername(user);
            sender.setPassword(password);
        }
        var properties = new Properties();
        properties.putAll(shipped);
        properties.setProperty("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(tls == Tls.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(tls == Tls.STARTTLS));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls == Tls.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        sender.setJavaMailProperties(properties);
        return sender;
    }
}
