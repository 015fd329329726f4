package org.daywatch;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Daywatch {
    public static void main(String[] args) {
        SpringApplication.run(Daywatch.class, args);
    }
}
