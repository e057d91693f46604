@node "%~dp0pulumi-resource-sms-registrations" %*
