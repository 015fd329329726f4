package org.daywatch.emergencies.reach.push;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param services host names browsers' push services may have; one that begins with a dot stands for everything below
 * it
 */
@ConfigurationProperties("daywatch.push")
record PushSettings(@DefaultValue( {
        "fcm.googleapis.com", ".push.services.mozilla.com", ".notify.windows.com",
        "web.push.apple.com"}) List<String> services){
}
