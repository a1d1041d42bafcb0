//! The program from outside: every command as it is typed.

mod bad_input;
mod casework;
mod desk;
mod disclosing;
mod documents;
mod formats;
mod journal;
mod kill;
mod linting;
mod marking;
mod noninterference;
mod order;
mod pages;
mod reading;
mod reference;
mod register;
mod retry;
mod scoring;
mod server;
mod stopped;
mod stores;
mod together;
mod walk;
mod web;
mod weighing;
mod weighing_rules;
