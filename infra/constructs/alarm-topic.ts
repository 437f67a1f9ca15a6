import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { nameIn } from '../config/names.ts';
import type { StageConfig } from '../config/stage-config.ts';
import { removalPolicyOf } from './locked-bucket.ts';

/**
 * Who is told, by e-mail, over TLS. Its key is its own: CloudWatch may use it, and has no business with that of the
 * deposits.
 */
export function alarmTopic(scope: Construct, config: StageConfig): Topic {
  const key = new Key(scope, 'AlarmKey', {
    alias: nameIn(config, 'alarms'),
    description: 'Alarms on their way to the topic',
    enableKeyRotation: true,
    removalPolicy: removalPolicyOf(config),
  });
  key.addToResourcePolicy(
    new PolicyStatement({
      effect: Effect.ALLOW,
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      resources: ['*'],
    }),
  );
  const topic = new Topic(scope, 'Alarms', {
    topicName: nameIn(config, 'alarms'),
    masterKey: key,
    enforceSSL: true,
  });
  topic.addSubscription(new EmailSubscription(config.alarmEmail));
  return topic;
}
